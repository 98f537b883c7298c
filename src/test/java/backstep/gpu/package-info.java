/** Runs the tests that need a GPU, with Maven or without: {@code ./backstep test --gpu}. */
package backstep.gpu;
