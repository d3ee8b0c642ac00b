package dev.surveyor.codec;

import org.jspecify.annotations.Nullable;

/**
 * What a pass over a document showed.
 *
 * @param tokens how many were read
 * @param wholeValue whether one whole value was read, even if something follows it
 * @param problem why it is not JSON, or null if it is
 */
record JsonCheck(int tokens, boolean wholeValue, Json.@Nullable Problem problem) {}
