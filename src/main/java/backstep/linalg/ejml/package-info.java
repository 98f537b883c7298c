/** The matrix engine on the CPU, on EJML's matrices in double and in single precision. */
@NullMarked
package backstep.linalg.ejml;

import org.jspecify.annotations.NullMarked;
