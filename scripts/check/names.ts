import { isCode, type Rule } from './project.ts';

const vague = /(^|\/)(utils?|helpers?|common|misc|shared|lib)(\/|\.(test\.)?tsx?$|\.mjs$)/;
const kebab = /^[a-z0-9.[\]()_@-]+$/;

export const names: Rule = {
  name: 'names say what a thing is, in kebab-case',
  find: (sources) =>
    sources.filter(isCode).flatMap(({ path }) => {
      if (vague.test(path)) return [{ path, message: 'a name that says nothing' }];
      return path.split('/').every((part) => kebab.test(part)) ? [] : [{ path, message: 'not kebab-case' }];
    }),
};
