package dev.surveyor.archmistakes.ui.payments;

import dev.surveyor.archmistakes.service.SharedResult;

/** Allowed by itself; others use it where they must not. */
public record PaymentsView(SharedResult result) {}
