// D3 is published as one classic script; this gives it the face of a module.
import "/lib/d3/d3.min.js";

export default globalThis.d3;
