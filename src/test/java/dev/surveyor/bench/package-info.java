/**
 * Measurements against other readers of the same records, run by {@code mvn -Pbench verify}. Each prints one line and
 * adds it to {@code target/bench/results.json}. Nothing here fails for being slow; what is read is checked.
 */
@NullMarked
package dev.surveyor.bench;

import org.jspecify.annotations.NullMarked;
