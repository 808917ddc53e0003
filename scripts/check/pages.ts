import { isTest, lineAt, type Problem, type Rule } from './project.ts';
import { importsOf } from './syntax.ts';

const link = 'packages/portal/src/shell/page-link.tsx';

export const onePageLink: Rule = {
  name: 'pages are linked by PageLink alone',
  find: (sources) =>
    sources
      .filter(({ path }) => /^(apps|packages)\/.*\.tsx?$/.test(path) && path !== link && !isTest(path))
      .flatMap((file) =>
        importsOf(file)
          .filter(({ from, typeOnly }) => from === 'next/link' && !typeOnly)
          .map(({ start }): Problem => {
            const message = "Next's own link fetches what is in sight, twice: use PageLink";
            return { path: file.path, line: lineAt(file.text, start), message };
          }),
      ),
};

const inside = /^apps\/[a-z]+\/src\/app\/\(inside\)\/(?:.+\/)?([a-z-]+)\.tsx$/;
const throughPage = /\/shell\/session(?:\.ts)?$|^@studyspot\/portal\//;

/** `page(…)` says whose a page is and hands its reads on; what waits behind a fallback flashes white. */
export const pagesInside: Rule = {
  name: 'inside pages are made by page(), and none has a fallback',
  find: (sources) =>
    sources.flatMap((file): Problem[] => {
      const [, name] = inside.exec(file.path) ?? [];
      if (name === 'loading') return [{ path: file.path, message: 'a fallback is drawn for 300 ms at least' }];
      if (name !== 'page') return [];
      const isMade = /export default page\(|^export \{[^}]* as default\b/m.test(file.text);
      const isBound = importsOf(file).some(({ from }) => throughPage.test(from));
      return isMade && isBound ? [] : [{ path: file.path, message: 'shows a page that is not made by page()' }];
    }),
};
