/** Whether the reader asked for less motion: then nothing travels and everything jumps. */
export function prefersStill() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
