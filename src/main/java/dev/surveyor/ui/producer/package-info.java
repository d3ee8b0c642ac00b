/**
 * The producer page: a form for one record, and what became of each record that was sent. What is typed becomes bytes
 * here; how they reach a broker is the business of the session behind it.
 */
@NullMarked
package dev.surveyor.ui.producer;

import org.jspecify.annotations.NullMarked;
