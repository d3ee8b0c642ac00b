package dev.surveyor.archmistakes.ui.orders;

import javafx.scene.control.Button;

/** A view model must not hold a control. */
record OrdersViewModel(Button button) {}
