/**
 * The local broker as the rest of the app sees it: start, stop, reset, and the rate of its sample data.
 */
@NullMarked
package dev.surveyor.service.sandbox;

import org.jspecify.annotations.NullMarked;
