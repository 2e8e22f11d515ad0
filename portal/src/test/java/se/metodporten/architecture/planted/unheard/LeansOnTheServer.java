package se.metodporten.architecture.planted.unheard;

import fish.payara.arquillian.container.payara.managed.PayaraMicroDeployableContainer;

/** In a feature that the order does not name; leans on one server. */
class LeansOnTheServer {
    PayaraMicroDeployableContainer server;
}
