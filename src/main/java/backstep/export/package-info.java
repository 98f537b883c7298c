/** What leaves the program: an experiment as a script that other people can run. */
@NullMarked
package backstep.export;

import org.jspecify.annotations.NullMarked;
