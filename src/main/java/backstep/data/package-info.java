/** Data sets: examples drawn by seeded generators, read from files, and split for training and testing. */
@NullMarked
package backstep.data;

import org.jspecify.annotations.NullMarked;
