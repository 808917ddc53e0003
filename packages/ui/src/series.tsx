/** At most six beside each other; told apart by dash and place as well as by colour. */
export const series = [
  { stroke: 'stroke-chart-1', fill: 'fill-chart-1', mark: 'bg-chart-1', dash: undefined },
  { stroke: 'stroke-chart-2', fill: 'fill-chart-2', mark: 'bg-chart-2', dash: '6 3' },
  { stroke: 'stroke-chart-3', fill: 'fill-chart-3', mark: 'bg-chart-3', dash: '2 3' },
  { stroke: 'stroke-chart-4', fill: 'fill-chart-4', mark: 'bg-chart-4', dash: '8 3 2 3' },
  { stroke: 'stroke-chart-5', fill: 'fill-chart-5', mark: 'bg-chart-5', dash: '12 4' },
  { stroke: 'stroke-chart-6', fill: 'fill-chart-6', mark: 'bg-chart-6', dash: '4 2' },
] as const;
