package backstep.server;

/** @param held the name of an experiment that the server holds, to be given in the place of its document */
record HeldAnswer(String held) {}
