/** What ails a run, told from the run itself, and what helps. */
@NullMarked
package backstep.training.diagnosis;

import org.jspecify.annotations.NullMarked;
