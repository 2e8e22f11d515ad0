package se.metodporten.architecture.planted.desk;

import se.metodporten.architecture.planted.desk.web.AsksTheDatabase;

/** A service that sees a page's bean. */
class SeesWeb {
    AsksTheDatabase page = new AsksTheDatabase();
}
