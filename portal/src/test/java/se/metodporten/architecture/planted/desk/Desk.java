package se.metodporten.architecture.planted.desk;

import se.metodporten.architecture.planted.common.Ground;

/** On top. */
public class Desk {
    Ground ground = new Ground();
}
