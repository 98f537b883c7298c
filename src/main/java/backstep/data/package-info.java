/**
 * Examples to learn from: drawn by a seeded rule, shipped with the program, read from a table or given by hand; and their split
 * into those that train and those that test.
 *
 * <p>Whatever is random is a function of the seed alone, the same on every machine.
 */
@NullMarked
package backstep.data;

import org.jspecify.annotations.NullMarked;
