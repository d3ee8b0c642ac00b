package dev.surveyor.archmistakes.ui.orders;

import dev.surveyor.archmistakes.ui.payments.PaymentsView;

/** A feature must not use another. */
record OrdersViewWithPayments(PaymentsView other) {}
