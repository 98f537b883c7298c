package backstep.story.network;

import backstep.story.Line;
import backstep.story.Panel;

/** A line and how it is explained. */
record Telling(Line line, Panel panel) {}
