/**
 * What the program is made with, and under which licences.
 *
 * @type {readonly {name: string, use: string, licence: string, text: string}[]}
 */
export const CREDITS = Object.freeze([
  { name: "Source Serif 4", use: "headings and prose", licence: "SIL OFL 1.1", text: "/web/fonts/source-serif-4-OFL.txt" },
  { name: "Source Sans 3", use: "interface and tables", licence: "SIL OFL 1.1", text: "/web/fonts/source-sans-3-OFL.txt" },
  { name: "Source Code Pro", use: "expressions", licence: "SIL OFL 1.1", text: "/web/fonts/source-code-pro-OFL.txt" },
  { name: "KaTeX", use: "mathematics and its fonts", licence: "MIT", text: "/web/licences/katex.txt" },
  { name: "Lit", use: "elements of the page", licence: "BSD 3-Clause", text: "/web/licences/lit.txt" },
  {
    name: "Optical Recognition of Handwritten Digits",
    use: "the data set of digits, by E. Alpaydin and C. Kaynak",
    licence: "CC BY 4.0",
    text: "/web/licences/digits.txt",
  },
]);
