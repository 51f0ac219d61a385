"""The motion renderer: a `Shot` and its stage become raw frames, fast enough that the encoder is what takes the time.

| module | what it does |
|---|---|
| `direction` | a scene and the times of its lines become shots: `plan_shots(scene, spoken, brief, ...)` |
| `takes` | a shot becomes raw I420 frames: `perform(shot, picture=None)` |
| `framing` | the camera for each kind of shot, with a reason to move |
| `camera` | where the camera looks at each frame, and where each layer stands then |
| `acting` | what each puppet does at each frame |
| `puppets` | the drawings of a puppet: bodies and faces, each drawn once |
| `sheets` | pictures as planes of premultiplied YUV that can be laid over one another |
| `kernel`, `blend.c`, `plain` | the laying itself: in C where a compiler is, in numpy where not |
| `lettering` | captions drawn in the frame |
| `transitions`, `curtains` | how one scene gives way to the next: the rule, and what is seen of it |
| `weather` | what falls and floats in front |
"""
