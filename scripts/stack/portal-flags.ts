// V8 sizes its heap by the machine's memory. Left alone, an idle portal takes 376 MB here, with a nursery of 8 MB 240;
// and the smaller the most it may take, the sooner it collects, so that memory stays level instead of rising in waves.
// The nursery begins at its full size: growing into it costs a fortieth of the processor time.
// Several threads for so small a nursery cost a tenth more processor time than one.
export const portalFlags = [
  '--min-semi-space-size=8',
  '--max-semi-space-size=8',
  '--max-old-space-size=384',
  '--no-parallel-scavenge',
];
