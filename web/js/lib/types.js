/**
 * The shapes that travel between the server, the Player and the elements.
 *
 * @typedef {object} Document
 * @property {string} expression
 * @property {Record<string, number>} at
 * @property {number} output index of the output whose adjoints are taken
 * @property {"reverse" | "forward"} mode
 * @property {string | null} seed input whose tangent runs in forward mode; null is the first
 *
 * @typedef {number | "NaN" | "Infinity" | "-Infinity"} JsonNumber
 *
 * @typedef {object} Line one line of a trace
 * @property {number} step
 * @property {string} v
 * @property {string} address
 * @property {string} formula LaTeX
 * @property {string} operation LaTeX, the right side of the formula
 * @property {string} substituted LaTeX
 * @property {JsonNumber} value
 * @property {string[]} reads
 * @property {string} [flag]
 * @property {string} [reason]
 * @property {string} [adjointOf]
 * @property {JsonNumber} [contribution]
 * @property {string | null} [through]
 * @property {number} [operand]
 * @property {JsonNumber} [partial]
 * @property {boolean} [last] the adjoint is complete with this line
 *
 * @typedef {object} GraphNode
 * @property {string} id
 * @property {string} address
 * @property {"input" | "operation"} kind
 * @property {string} label LaTeX
 * @property {string} name as it is spoken
 * @property {number} x
 * @property {number} y
 * @property {number} r
 * @property {string | null} output
 *
 * @typedef {[number, number]} Point
 *
 * @typedef {object} GraphEdge
 * @property {string} from
 * @property {string} to
 * @property {number} operand
 * @property {Point[]} points
 * @property {Point} label
 * @property {{latex: string, value: JsonNumber, flag?: string}} partial
 * @property {number | null} step index of its adjoint line
 *
 * @typedef {object} Graph
 * @property {number} width
 * @property {number} height
 * @property {GraphNode[]} nodes
 * @property {GraphEdge[]} edges
 *
 * @typedef {object} Trace
 * @property {{text: string, latex: string}} expression
 * @property {{name: string, v: string, latex: string}[]} inputs
 * @property {{name: string, v: string | null, latex: string, value: JsonNumber}[]} outputs
 * @property {number} output
 * @property {JsonNumber} value
 * @property {Record<string, JsonNumber>} gradient
 * @property {Line[]} primal
 * @property {Line[]} adjoint
 * @property {Record<string, Line[]>} tangents
 * @property {Graph} graph
 *
 * @typedef {object} Phase
 * @property {"forward" | "backward" | "loss" | "accumulate" | "gradient" | "update"} phase
 * @property {string} title
 * @property {number} from
 * @property {number} count
 * @property {string} [caption] what stands above its stretch of the line, where that is not its title and length
 * @property {string} [short] the same in less room
 * @property {boolean} [aside] whether it is drawn with less room, without names
 * @property {number} [room] on the line, in steps of a phase that does not stand aside; as many as it has by default
 *
 * @typedef {object} Step
 * @property {number} index
 * @property {"forward" | "backward"} phase
 * @property {string} quantity address of what it writes
 * @property {string[]} reads
 * @property {JsonNumber} value
 * @property {string} why
 * @property {string} whyMath
 * @property {string} shortWhy
 * @property {string} shortWhyMath
 * @property {string} title
 * @property {string} rule
 * @property {string | null} here
 * @property {string} numbers
 * @property {string} result
 * @property {string} speech
 * @property {string} [flag]
 * @property {string} [reason]
 *
 * @typedef {object} Explanation
 * @property {string} address
 * @property {JsonNumber} value
 * @property {number} step
 * @property {string} title
 * @property {string} formula
 * @property {string} substituted
 * @property {Explanation[]} reads
 * @property {boolean} [more]
 *
 * @typedef {object} Problem an answer of type application/problem+json
 * @property {string} title
 * @property {number} status
 * @property {string} detail
 * @property {string} [pointer]
 * @property {number} [position]
 * @property {number} [length]
 *
 * @typedef {object} Notation
 * @property {number} decimals
 * @property {"point" | "comma"} decimalMark
 * @property {"bar" | "partial"} adjoint
 */
export {};
