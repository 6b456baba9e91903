// The tokens of the stylesheet, repeated because a picture cannot read CSS variables.
const ink = '#1a1a1a'
const inkSub = '#4d4d4d'
const line = '#dcdcde'
const seriesColors = ['#0017c1', '#7f7f7f', '#0877d7', '#1d8b56', '#c74700', '#5109ad', '#927200', '#006f83']

// One hatching per series in this order, so that series differ on a black-and-white print as well.
const decals = [
  { symbol: 'none' },
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4, color: 'rgba(255,255,255,0.65)' },
  { symbol: 'circle', dashArrayX: [[6, 6], [0, 6, 6, 0]], dashArrayY: [6, 0], symbolSize: 0.6, color: 'rgba(255,255,255,0.7)' },
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], color: 'rgba(255,255,255,0.65)' },
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: Math.PI / 4, color: 'rgba(255,255,255,0.65)' },
]

/** The look of every chart: one accent first, fine lines, no movement, hatching, a tooltip without HTML. */
export function chartTheme(fontFamily: string) {
  const letters = { fontFamily, fontSize: 13, color: inkSub }
  const axis = {
    axisLine: { show: true, lineStyle: { color: inkSub } },
    axisTick: { show: false },
    axisLabel: letters,
    splitLine: { show: false },
  }
  const unitLetters = { align: 'right', padding: [0, 8, 0, 0] }
  return {
    animation: false,
    color: seriesColors,
    textStyle: letters,
    aria: { enabled: true, label: { enabled: false }, decal: { show: true, decals } },
    grid: { left: 4, right: 12, top: 60, bottom: 4, containLabel: true },
    legend: { left: 0, top: 0, icon: 'rect', itemWidth: 18, itemHeight: 12, itemGap: 20, textStyle: { ...letters, color: ink } },
    tooltip: {
      // HTML tooltips carry style attributes, which a strict Content-Security-Policy refuses.
      renderMode: 'richText',
      backgroundColor: '#ffffff',
      borderColor: line,
      textStyle: { ...letters, color: ink },
    },
    categoryAxis: axis,
    valueAxis: { ...axis, axisLine: { show: false }, splitLine: { show: true, lineStyle: { color: line } }, nameTextStyle: unitLetters },
  }
}
