/**
 * A frame of a run: four bytes with the length of the header, the header as JSON, then the arrays it names as floats.
 *
 * @typedef {{name: string, rows: number, columns: number, from?: number, to?: number, values: Float32Array}} Grid
 *
 * @typedef {object} Frame
 * @property {Record<string, any>} header
 * @property {Map<string, Grid>} grids by name
 */

/**
 * @param {ArrayBuffer} bytes
 * @returns {Frame}
 */
export function readFrame(bytes) {
  const length = new DataView(bytes).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 4, length)));
  const grids = new Map();
  let at = 4 + length;
  for (const array of header.arrays) {
    const count = array.rows * array.columns;
    grids.set(array.name, { ...array, values: new Float32Array(bytes, at, count) });
    at += 4 * count;
  }
  return { header, grids };
}

/**
 * The maps or curves of the units, layer by layer.
 * @param {Frame} frame
 * @returns {{layer: number, units: Grid[]}[]}
 */
export function unitsByLayer({ grids }) {
  /** @type {Map<number, Grid[]>} */
  const layers = new Map();
  for (const [name, grid] of grids) {
    const [kind, layer] = name.split(".");
    if (kind === "unit") {
      const units = layers.get(Number(layer)) ?? [];
      layers.set(Number(layer), [...units, grid]);
    }
  }
  return [...layers].map(([layer, units]) => ({ layer, units }));
}

/**
 * What the network makes of the inputs, an array for each output that is drawn.
 * @param {Frame} frame
 * @returns {Grid[]}
 */
export function outputsOf({ grids }) {
  return [...grids].filter(([name]) => /^(prediction|curve)(\.|$)/.test(name)).map(([, grid]) => grid);
}
