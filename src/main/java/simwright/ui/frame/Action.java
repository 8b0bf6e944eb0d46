package simwright.ui.frame;

/// Something a person can do, as the palette offers it: words, the key that does it ("" for none),
/// and the act.
public record Action(String words, String keys, Runnable act) {}
