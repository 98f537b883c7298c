/** The matrix engine on an NVIDIA graphics card. JCuda is seen by nothing outside this package. */
@NullMarked
package backstep.linalg.jcuda;

import org.jspecify.annotations.NullMarked;
