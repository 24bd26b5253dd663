/** A text as a QR code (ISO/IEC 18004, byte mode, error correction M), drawn as SVG through the DOM. */
import encode from 'qrcode-generator';

const svg = 'http://www.w3.org/2000/svg';

/** Light modules around the code that readers need. */
const quietZone = 4;

/** Rows of modules, true for dark. */
export function qrModules(text: string): boolean[][] {
  const code = encode(0, 'M');
  code.addData(text, 'Byte');
  code.make();
  const size = code.getModuleCount();
  return Array.from({ length: size }, (_, row) => Array.from({ length: size }, (_, column) => code.isDark(row, column)));
}

/** Always dark on light, whatever the colours of the page: many readers see nothing else. */
export function qrImage(text: string, label: string): SVGSVGElement {
  const rows = qrModules(text);
  const side = rows.length + 2 * quietZone;
  const path = rows.flatMap((row, y) => row.map((dark, x) => dark ? `M${x + quietZone} ${y + quietZone}h1v1h-1z` : '')).join('');
  return shape('svg', { viewBox: `0 0 ${side} ${side}`, role: 'img', 'aria-label': label, class: 'qr', 'shape-rendering': 'crispEdges' },
    shape('rect', { width: String(side), height: String(side), fill: '#fff' }),
    shape('path', { d: path, fill: '#000' })) as SVGSVGElement;
}

function shape(name: string, attributes: Record<string, string>, ...children: Element[]): SVGElement {
  const element = document.createElementNS(svg, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) {
    element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}
