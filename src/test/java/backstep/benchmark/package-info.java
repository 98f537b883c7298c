/** How fast the parts are that must be fast: {@code ./backstep bench}, with a pattern to choose by. */
package backstep.benchmark;
