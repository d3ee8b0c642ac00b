package dev.surveyor.bench;

/**
 * A topic to read from.
 *
 * @param name the topic
 * @param partitions how many it has
 * @param records how many it holds, spread evenly
 * @param needles how many of them hold {@link BenchRecords#NEEDLE}
 */
record BenchTopic(String name, int partitions, int records, int needles) {}
