const browsers: ReadonlyArray<[name: string, mark: RegExp]> = [
  ['Edge', /\bEdgA?\//],
  ['Samsung Internet', /SamsungBrowser\//],
  ['Opera', /\bOPR\//],
  ['Firefox', /Firefox\//],
  ['Chrome', /(?:Headless)?Chrome\//],
  ['Safari', /Safari\//],
];

const systems: ReadonlyArray<[name: string, mark: RegExp]> = [
  ['Android', /Android/],
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Windows', /Windows/],
  ['Mac', /Mac OS X/],
  ['Linux', /Linux/],
];

/** What a person would call their browser and device; names of products, the same in every language. */
export function agentOf(agent: string): { browser: string | undefined; system: string | undefined } {
  const first = (list: ReadonlyArray<[string, RegExp]>) => list.find(([, mark]) => mark.test(agent))?.[0];
  return { browser: first(browsers), system: first(systems) };
}
