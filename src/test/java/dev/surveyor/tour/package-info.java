/**
 * The tour: the whole app, headless, on a real sandbox broker, used as a person would use it, with pictures of every
 * station. Not a test of details; those are beside the features.
 */
@NullMarked
package dev.surveyor.tour;

import org.jspecify.annotations.NullMarked;
