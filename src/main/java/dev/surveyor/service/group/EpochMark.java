package dev.surveyor.service.group;

import java.time.Instant;

/**
 * The moment at which a new generation (classic) or member epoch (consumer protocol) was first seen.
 *
 * @param at when
 * @param number the generation or epoch
 */
public record EpochMark(Instant at, int number) {}
