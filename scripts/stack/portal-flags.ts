// V8 sizes its nursery by the machine's memory: left alone, an idle portal takes 376 MB here, so 240.
export const portalFlags = ['--max-semi-space-size=8'];
