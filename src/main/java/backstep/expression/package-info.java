/**
 * Text to syntax tree and back: the grammar of scalar expressions, errors that point at the character, and the LaTeX and
 * plain text of a tree.
 */
@NullMarked
package backstep.expression;

import org.jspecify.annotations.NullMarked;
