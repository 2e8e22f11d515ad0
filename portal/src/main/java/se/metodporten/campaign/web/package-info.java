/** Pages and resources of campaigns. Start with {@link se.metodporten.campaign.web.CampaignView}. */
@NullMarked
package se.metodporten.campaign.web;

import org.jspecify.annotations.NullMarked;
