/** HTTP: the pages and what they are made of, the API, and the one place that turns mistakes into answers. */
@NullMarked
package backstep.server;

import org.jspecify.annotations.NullMarked;
