/**
 * The server's side of the player: its messages as JSON ({@link se.metodporten.scorm.player.PlayerProtocol}) and the
 * files of its page ({@link se.metodporten.scorm.player.PlayerAssets}). No HTTP here: a host that answers requests
 * reads and writes these texts. The protocol is described in README.md.
 */
@NullMarked
package se.metodporten.scorm.player;

import org.jspecify.annotations.NullMarked;
