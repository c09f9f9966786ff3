package org.rostrum.claim;

import org.eclipse.microprofile.graphql.Description;

/** The rule that resolved a mention to an actor. */
@Description("By what a mention became an actor.")
public enum AttributionRule {
    @Description("The mention has the actor's name or one of its aliases.")
    NAME,
    @Description(
            "The mention has a part of the name; the article has all of it, or there is one bearer only that fits.")
    SURNAME,
    @Description("The mention has a name that is spelt or sounds almost like the actor's.")
    SPELLING,
    @Description("The mention tells an office, which the actor held.")
    OFFICE,
    @Description("The mention is a country, its capital or its government.")
    PLACE,
    @Description("The mention is a body, by its name or by what it is and of which country.")
    BODY,
    @Description("The mention is several people of a country.")
    GROUP,
    @Description("Nobody of this name was known; the article tells the name and what the person is.")
    NEW,
    @Description("Nobody could be made out with enough certainty.")
    NONE
}
