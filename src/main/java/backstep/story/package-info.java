/**
 * What is told of a computation: steps in phases, the address of every number, formulas as LaTeX and one sentence why. A story
 * is a view over traces and recordings; it computes no number, and makes each step when it is asked for.
 */
@NullMarked
package backstep.story;

import org.jspecify.annotations.NullMarked;
