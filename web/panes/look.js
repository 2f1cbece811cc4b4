// What the element's style says to the core: its fonts and colours.

const colourNames = ['bg', 'panel', 'ink', 'soft', 'line', 'tint', 'hit', 'focus',
  's1', 's2', 's3', 's4', 's5', 's6', 's7', 's8', 'sother'];

/**
 * Fonts and colours as lines for the core.
 * @param {HTMLElement} host whose custom properties carry the colours @param {HTMLElement} pane whose font the labels have
 */
export function lookOf(host, pane) {
  const style = getComputedStyle(pane), colours = getComputedStyle(host);
  return [`font ${style.fontFamily}`, `mirrored ${style.direction === 'rtl' ? 1 : 0}`, `fontsize ${parseFloat(style.fontSize)}`, `compact ${host.dataset.layout === 'narrow' ? 1 : 0}`, `touch ${matchMedia('(pointer:coarse)').matches ? 1 : 0}`,
    ...colourNames.map(name => [name, hex(colours.getPropertyValue(`--vav-${name}`).trim(), pane)]).filter(([, colour]) => colour)
      .map(([name, colour]) => `colour ${name} ${colour}`)];
}

/** @type {CanvasRenderingContext2D | null} */ let brush = null;

/** Any CSS colour as #rrggbb[aa]; those of the system are what they are on the page. @param {string} colour @param {HTMLElement} pane */
function hex(colour, pane) {
  if (/^#([\da-f]{6}|[\da-f]{8})$/i.test(colour)) return colour;
  if (/^[a-z]+$/i.test(colour)) {
    pane.style.color = colour;
    colour = getComputedStyle(pane).color;
    pane.style.color = '';
  }
  brush ??= document.createElement('canvas').getContext('2d');
  if (!colour || !brush) return '';
  brush.fillStyle = '#000000';
  brush.fillStyle = colour;
  const parsed = String(brush.fillStyle);
  if (parsed.startsWith('#')) return parsed;
  brush.clearRect(0, 0, 1, 1);
  brush.fillRect(0, 0, 1, 1);
  return `#${[...brush.getImageData(0, 0, 1, 1).data].map(byte => byte.toString(16).padStart(2, '0')).join('')}`;
}
