/** How fast an NVIDIA graphics card is, beside what it can do at most and beside the processor: {@code ./backstep bench gpu}. */
package backstep.benchmark.gpu;
