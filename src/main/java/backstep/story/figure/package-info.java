/** The geometry of the figures, computed once for every medium: a page, a slide and a file draw the same positions. */
@NullMarked
package backstep.story.figure;

import org.jspecify.annotations.NullMarked;
