/**
 * The producer page: a form for one record, and what became of each record that was sent. How it becomes bytes and reaches a
 * broker is the business of what lies below.
 */
@NullMarked
package dev.surveyor.ui.producer;

import org.jspecify.annotations.NullMarked;
