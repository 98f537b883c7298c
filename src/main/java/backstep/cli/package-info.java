/** The command line: one class a command. */
@NullMarked
package backstep.cli;

import org.jspecify.annotations.NullMarked;
