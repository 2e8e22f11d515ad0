package se.metodporten.architecture.planted.common;

import se.metodporten.architecture.planted.desk.Desk;

/** Knows what is above it, and makes a cycle with it. */
class KnowsTheDesk {
    Desk above = new Desk();
}
