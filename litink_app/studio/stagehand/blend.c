/* Lays premultiplied YUV 4:2:0 layers over one another, each moved and scaled by fractions of a pixel.
 *
 * A layer's sample at output point p is taken at scale * p + offset with a four-tap cubic filter, in 16-bit integers.
 * The picture is worked on in bands of cells; for each cell the frontmost layer that covers it wholly is found first, and
 * nothing behind that is touched.
 */
#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#if defined __AVX512VNNI__ && defined __AVX512VBMI__
#define PICKS /* a processor that picks any bytes out of a vector and sums four products at once */
#include <immintrin.h>
#endif

#define CELL 64
#define BAND 16
#define TILE 16
#define LANES 64
#define SPARE 256 /* scratch around a row that may be read and written, never shown */
#define PHASES 64
#define ONE 64
#define MOST_LAYERS 48
#define MOST_WIDTH 4224

typedef struct {
    const uint8_t *y, *u, *v, *alpha, *half_alpha, *tiles;
    int32_t width, height, tile_columns;
    float scale, x, y0;
    int32_t opacity; /* 0..256 */
} Layer;

typedef struct {
    int32_t first[MOST_WIDTH + LANES]; /* leftmost tap */
#ifdef PICKS
    _Alignas(64) uint32_t taps[MOST_WIDTH + LANES];  /* where the four taps lie, counted from the first one of sixteen outputs */
    _Alignas(64) int32_t weights[MOST_WIDTH + LANES]; /* of the four taps, a byte each */
#else
    int16_t weights[4][MOST_WIDTH + LANES];
    int32_t run[MOST_WIDTH]; /* up to where taps advance one by one */
#endif
    int32_t low, high; /* output range inside the layer */
} Axis;

typedef struct {
    Axis x[2];
    int32_t low[2], high[2];
    float offset[2];
    int32_t direct[2]; /* whole pixels, own size: copied, not filtered */
} Placed;

static int16_t TAPS[PHASES + 1][4];
static int32_t PACKED[PHASES + 1]; /* the same, a byte each */

static double cubic(double t, double b, double c) {
    t = fabs(t);
    if (t < 1) return ((12 - 9 * b - 6 * c) * t * t * t + (-18 + 12 * b + 6 * c) * t * t + (6 - 2 * b)) / 6;
    if (t < 2) return ((-b - 6 * c) * t * t * t + (6 * b + 30 * c) * t * t + (-12 * b - 48 * c) * t + (8 * b + 24 * c)) / 6;
    return 0;
}

void prepare(double b, double c) {
    for (int p = 0; p <= PHASES; p++) {
        double f = p / (double)PHASES;
        int sum = PACKED[p] = 0;
        for (int k = 0; k < 4; k++) sum += TAPS[p][k] = (int16_t)lrint(ONE * cubic(f + 1 - k, b, c));
        TAPS[p][f < 0.5 ? 1 : 2] += ONE - sum;
        for (int k = 0; k < 4; k++) PACKED[p] |= (int32_t)((uint32_t)(uint8_t)TAPS[p][k] << 8 * k);
    }
}

static int is_whole(float value) { return value == floorf(value); }

/* The output points whose taps (or, when copied, whose pixel) lie inside the layer. */
static void lay_range(int count, int size, float scale, float offset, int direct, int32_t *low, int32_t *high) {
    int first = direct ? (int)-offset : (int)ceilf((1 - offset) / scale);
    int last = direct ? first + size : (int)ceilf((size - 2 - offset) / scale);
    *low = first < 0 ? 0 : first;
    *high = last > count ? count : last;
}

#ifdef PICKS
/* Beyond the range the table goes on to whole groups of lanes. */
static void lay_taps(Axis *axis, float scale, float offset, int direct) {
    const __m512i each = _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    for (int x = axis->low & -LANES; x < ((axis->high + LANES - 1) & -LANES); x += 16) {
        __m512 at = _mm512_fmadd_ps(_mm512_set1_ps(scale), _mm512_cvtepi32_ps(_mm512_add_epi32(_mm512_set1_epi32(x), each)), _mm512_set1_ps(offset));
        __m512 whole = _mm512_roundscale_ps(at, _MM_FROUND_TO_NEG_INF | _MM_FROUND_NO_EXC);
        __m512i phase = _mm512_cvtps_epi32(_mm512_mul_ps(_mm512_sub_ps(at, whole), _mm512_set1_ps(PHASES)));
        __m512i first = _mm512_sub_epi32(_mm512_cvtps_epi32(whole), _mm512_set1_epi32(!direct));
        __m512i from = _mm512_sub_epi32(first, _mm512_set1_epi32(_mm_cvtsi128_si32(_mm512_castsi512_si128(first))));
        __m512i taps = _mm512_add_epi32(_mm512_mullo_epi32(from, _mm512_set1_epi32(0x01010101)), _mm512_set1_epi32(0x03020100));
        _mm512_storeu_si512(&axis->first[x], first);
        _mm512_storeu_si512(&axis->taps[x], taps);
        _mm512_storeu_si512(&axis->weights[x], _mm512_i32gather_epi32(phase, PACKED, 4));
    }
}
#else
static void lay_taps(Axis *axis, float scale, float offset, int direct) {
    for (int i = axis->high - 1; i >= axis->low; i--) {
        float at = scale * i + offset, whole = floorf(at);
        axis->first[i] = (int32_t)whole - !direct;
        for (int k = 0; k < 4; k++) axis->weights[k][i] = TAPS[(int32_t)rintf((at - whole) * PHASES)][k];
        axis->run[i] = i + 1 < axis->high && axis->first[i + 1] == axis->first[i] + 1 ? axis->run[i + 1] : i + 1;
    }
}
#endif

static void lay_axis(Axis *axis, int count, int size, float scale, float offset, int direct) {
    lay_range(count, size, scale, offset, direct, &axis->low, &axis->high);
    lay_taps(axis, scale, offset, direct);
}

static void place(const Layer *l, int width, int height, Placed *p) {
    float half = 0.5f * (0.5f * l->scale - 0.5f), x[2] = {l->x, half + 0.5f * l->x}, y[2] = {l->y0, half + 0.5f * l->y0};
    for (int k = 0; k < 2; k++) {
        p->direct[k] = l->scale == 1.0f && is_whole(x[k]) && is_whole(y[k]);
        p->offset[k] = y[k];
        lay_axis(&p->x[k], width >> k, l->width >> k, l->scale, x[k], p->direct[k]);
        lay_range(height >> k, l->height >> k, l->scale, y[k], p->direct[k], &p->low[k], &p->high[k]);
    }
}

static inline int reaches(const Placed *p, int x0, int x1, int y0, int y1) {
    return x0 < p->x[0].high && x1 > p->x[0].low && y0 < p->high[0] && y1 > p->low[0];
}

/* 0 nothing to see, 1 see through in part, 2 covers the block wholly */
static int covers(const Layer *l, const Placed *p, int x0, int x1, int y0, int y1) {
    int inside = x0 >= p->x[0].low && x1 <= p->x[0].high && y0 >= p->low[0] && y1 <= p->high[0];
    inside = inside && x0 / 2 >= p->x[1].low && x1 / 2 <= p->x[1].high && y0 / 2 >= p->low[1] && y1 / 2 <= p->high[1];
    if (x0 < p->x[0].low) x0 = p->x[0].low;
    if (x1 > p->x[0].high) x1 = p->x[0].high;
    if (y0 < p->low[0]) y0 = p->low[0];
    if (y1 > p->high[0]) y1 = p->high[0];
    if (x0 >= x1 || y0 >= y1) return 0;
    int reach = p->direct[0] ? 0 : 3;
    int left = p->x[0].first[x0] / TILE, right = (p->x[0].first[x1 - 1] + reach) / TILE;
    int top = ((int)floorf(l->scale * y0 + l->y0) - (reach > 0)) / TILE, foot = ((int)floorf(l->scale * (y1 - 1) + l->y0) + reach - (reach > 0)) / TILE;
    int any = 0, all = 2;
    for (int ty = top; ty <= foot; ty++)
        for (int tx = left; tx <= right; tx++) {
            int kind = l->tiles[ty * l->tile_columns + tx];
            any |= kind;
            if (kind < all) all = kind;
        }
    if (!any) return 0;
    return inside && all == 2 && l->opacity == 256 ? 2 : 1;
}

typedef struct {
    _Alignas(64) uint8_t column[2 * MOST_WIDTH + 3 * SPARE], color[MOST_WIDTH + SPARE], mask[MOST_WIDTH + SPARE], under[MOST_WIDTH + SPARE];
} Scratch;

/* All loops below work on whole groups of lanes and may read and write up to a group too many in scratch space. `down` filters
 * four rows to one, `across` a row from its taps, `over` lays premultiplied values over others. */
#ifdef PICKS
static inline __m512i load(const void *from) { return _mm512_loadu_si512(from); }

/* Divided by ONE. */
static inline __m512i rounded(__m512i sums) { return _mm512_mulhrs_epi16(sums, _mm512_set1_epi16(32768 / ONE)); }

static inline __m512i down_half(__m512i ab, __m512i cd, __m512i w01, __m512i w23) {
    return rounded(_mm512_add_epi16(_mm512_maddubs_epi16(ab, w01), _mm512_maddubs_epi16(cd, w23)));
}

static void down(const uint8_t *a, int stride, int n, int phase, uint8_t *out) {
    const uint8_t *b = a + stride, *c = b + stride, *d = c + stride;
    __m512i w01 = _mm512_set1_epi16((int16_t)PACKED[phase]), w23 = _mm512_set1_epi16((int16_t)(PACKED[phase] >> 16));
    for (int i = 0; i < n; i += LANES) {
        __builtin_prefetch(d + 4 * stride + i);
        __m512i p = load(a + i), q = load(b + i), r = load(c + i), s = load(d + i);
        __m512i low = down_half(_mm512_unpacklo_epi8(p, q), _mm512_unpacklo_epi8(r, s), w01, w23);
        __m512i high = down_half(_mm512_unpackhi_epi8(p, q), _mm512_unpackhi_epi8(r, s), w01, w23);
        _mm512_storeu_si512(out + i, _mm512_packus_epi16(low, high));
    }
}

static inline __m512i sixteen(const uint8_t *column, const Axis *axis, int x) {
    __m512i four = _mm512_permutexvar_epi8(load(&axis->taps[x]), load(column + axis->first[x]));
    return _mm512_dpbusd_epi32(_mm512_setzero_si512(), four, load(&axis->weights[x]));
}

static void across(const uint8_t *column, const Axis *axis, int x0, int x1, uint8_t *out) {
    const __m512i order = _mm512_setr_epi32(0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15);
    column -= axis->first[x0];
    for (int x = x0 & -LANES; x < x1; x += LANES) {
        __m512i low = _mm512_packs_epi32(sixteen(column, axis, x), sixteen(column, axis, x + 16));
        __m512i high = _mm512_packs_epi32(sixteen(column, axis, x + 32), sixteen(column, axis, x + 48));
        _mm512_storeu_si512(out + x, _mm512_permutexvar_epi32(order, _mm512_packus_epi16(rounded(low), rounded(high))));
    }
}

static inline __m512i shine_through(__m512i under, __m512i clear) {
    __m512i product = _mm512_mullo_epi16(under, _mm512_add_epi16(clear, _mm512_srli_epi16(clear, 7)));
    return _mm512_srli_epi16(_mm512_add_epi16(product, _mm512_set1_epi16(128)), 8);
}

static void over(uint8_t *dst, const uint8_t *color, const uint8_t *mask, int n, Scratch *t) {
    const __m512i none = _mm512_setzero_si512(), full = _mm512_set1_epi8(-1);
    (void)t;
    for (int i = 0; i < n; i += LANES) {
        __mmask64 there = n - i < LANES ? ((__mmask64)1 << (n - i)) - 1 : ~(__mmask64)0;
        __m512i a = load(mask + i), s = load(color + i), clear = _mm512_xor_si512(a, full), d = _mm512_maskz_loadu_epi8(there, dst + i);
        __m512i low = shine_through(_mm512_unpacklo_epi8(d, none), _mm512_unpacklo_epi8(clear, none));
        __m512i high = shine_through(_mm512_unpackhi_epi8(d, none), _mm512_unpackhi_epi8(clear, none));
        _mm512_mask_storeu_epi8(dst + i, there, _mm512_adds_epu8(s, _mm512_packus_epi16(low, high)));
    }
}
#else
#define HALF (LANES / 4)
typedef int16_t Wide __attribute__((vector_size(2 * HALF)));
typedef uint16_t Words __attribute__((vector_size(2 * HALF)));
typedef uint8_t Bytes __attribute__((vector_size(HALF)));

static inline Wide widen(const uint8_t *from) {
    Bytes b;
    memcpy(&b, from, sizeof b);
    return __builtin_convertvector(b, Wide);
}

static inline Wide wide(const int16_t *from) {
    Wide w;
    memcpy(&w, from, sizeof w);
    return w;
}

static inline void narrow(Wide v, uint8_t *to) {
    Wide low = v & (v > 0), high = low > 255;
    Bytes b = __builtin_convertvector((low & ~high) | (high & 255), Bytes);
    memcpy(to, &b, sizeof b);
}

static void down(const uint8_t *a, int stride, int n, int phase, uint8_t *out) {
    const uint8_t *b = a + stride, *c = b + stride, *d = c + stride;
    const int16_t *w = TAPS[phase];
    for (int i = 0; i < n; i += HALF)
        narrow((widen(a + i) * w[0] + widen(b + i) * w[1] + widen(c + i) * w[2] + widen(d + i) * w[3] + ONE / 2) >> 6, out + i);
}

static void across(const uint8_t *column, const Axis *axis, int x0, int x1, uint8_t *out) {
    for (int x = x0; x < x1; x = axis->run[x]) {
        const uint8_t *s = column + axis->first[x] - axis->first[x0];
        int n = (axis->run[x] < x1 ? axis->run[x] : x1) - x;
        for (int i = 0; i < n; i += HALF) {
            Wide sum = widen(s + i) * wide(&axis->weights[0][x + i]) + widen(s + i + 1) * wide(&axis->weights[1][x + i]);
            sum += widen(s + i + 2) * wide(&axis->weights[2][x + i]) + widen(s + i + 3) * wide(&axis->weights[3][x + i]);
            narrow((sum + ONE / 2) >> 6, out + x + i);
        }
    }
}

static void over(uint8_t *dst, const uint8_t *color, const uint8_t *mask, int n, Scratch *t) {
    memcpy(t->under, dst, (size_t)n);
    for (int i = 0; i < n; i += HALF) {
        Words a = (Words)widen(mask + i), rest = ((Words)widen(t->under + i) * (256 - a - (a >> 7)) + 128) >> 8;
        narrow(widen(color + i) + (Wide)rest, t->under + i);
    }
    memcpy(dst, t->under, (size_t)n);
}
#endif

static void dim(const uint8_t *from, int n, int opacity, uint8_t *to) {
    for (int i = 0; i < n; i++) to[i] = (uint8_t)(from[i] * opacity >> 8);
}

typedef struct {
    const uint8_t *src;
    uint8_t *dst;
} Pair;

typedef struct {
    int x0, x1, from, phase, stride, direct, opacity;
    const Axis *axis;
} Row;

/* The values of one row of a plane; `from` is where its first tap or pixel lies. */
static const uint8_t *values(const Row *row, const uint8_t *plane, uint8_t *into, Scratch *t) {
    const uint8_t *found = plane + row->from;
    if (!row->direct) {
        int n = row->axis->first[row->x1 - 1] + 4 - row->axis->first[row->x0];
        down(found, row->stride, n, row->phase, t->column + SPARE);
        across(t->column + SPARE, row->axis, row->x0, row->x1, into);
        found = into + row->x0;
    }
    if (row->opacity == 256) return found;
    dim(found, row->x1 - row->x0, row->opacity, into + row->x0);
    return into + row->x0;
}

/* Lays rows y0..y1, columns x0..x1 of one plane, or of two that share their alpha. */
static void lay_band(const Layer *l, const Placed *p, int half, const Pair *pairs, int count, const uint8_t *alpha, int stride, int x0, int x1,
                     int y0, int y1, int solid, Scratch *t) {
    Row row = {.stride = l->width >> half, .direct = p->direct[half], .opacity = l->opacity, .axis = &p->x[half]};
    row.x0 = x0 < row.axis->low ? row.axis->low : x0;
    row.x1 = x1 > row.axis->high ? row.axis->high : x1;
    if (y0 < p->low[half]) y0 = p->low[half];
    if (y1 > p->high[half]) y1 = p->high[half];
    if (row.x0 >= row.x1) return;
    for (int y = y0; y < y1; y++) {
        float at = l->scale * y + p->offset[half], whole = floorf(at);
        row.phase = (int)rintf((at - whole) * PHASES);
        row.from = ((int)whole - !row.direct) * row.stride + row.axis->first[row.x0];
        const uint8_t *mask = solid ? NULL : values(&row, alpha, t->mask, t);
        for (int k = 0; k < count; k++) {
            uint8_t *out = pairs[k].dst + (ptrdiff_t)y * stride + row.x0;
            const uint8_t *color = values(&row, pairs[k].src, t->color, t);
            if (solid)
                memcpy(out, color, (size_t)(row.x1 - row.x0));
            else
                over(out, color, mask, row.x1 - row.x0, t);
        }
    }
}

static void lay_run(const Layer *l, const Placed *p, uint8_t *const planes[3], int width, int x0, int x1, int y0, int y1, int solid, Scratch *t) {
    Pair luma = {l->y, planes[0]}, chroma[2] = {{l->u, planes[1]}, {l->v, planes[2]}};
    lay_band(l, p, 0, &luma, 1, l->alpha, width, x0, x1, y0, y1, solid, t);
    lay_band(l, p, 1, chroma, 2, l->half_alpha, width / 2, x0 / 2, x1 / 2, y0 / 2, y1 / 2, solid, t);
}

/* frame: I420, width and height even. Scales must lie in 0.4 .. 1.9. Returns 0, or 1 where memory is short or a size is wrong. */
int compose(uint8_t *frame, int width, int height, const Layer *layers, int count) {
    static _Thread_local Placed *placed;
    static _Thread_local Scratch *scratch;
    if (count > MOST_LAYERS || width > MOST_WIDTH) return 1;
    if (!placed && !(placed = aligned_alloc(64, sizeof(Placed) * MOST_LAYERS))) return 1;
    if (!scratch && !(scratch = aligned_alloc(64, sizeof(Scratch)))) return 1;
    uint8_t *planes[3] = {frame, frame + width * height, frame + width * height * 5 / 4};
    uint8_t kinds[MOST_LAYERS][MOST_WIDTH / CELL + 1];
    int cells = (width + CELL - 1) / CELL;
    for (int i = 0; i < count; i++) place(&layers[i], width, height, &placed[i]);
    for (int y0 = 0; y0 < height; y0 += BAND) {
        int y1 = y0 + BAND < height ? y0 + BAND : height;
        int back[MOST_WIDTH / CELL + 1] = {0};
        for (int i = 0; i < count; i++)
            for (int c = 0; c < cells; c++) {
                int x0 = c * CELL, x1 = x0 + CELL < width ? x0 + CELL : width;
                kinds[i][c] = reaches(&placed[i], x0, x1, y0, y1) ? (uint8_t)covers(&layers[i], &placed[i], x0, x1, y0, y1) : 0;
                if (kinds[i][c] == 2) back[c] = i;
            }
        for (int i = 0; i < count; i++)
            for (int c = 0; c < cells; c++) kinds[i][c] = i < back[c] ? 0 : kinds[i][c];
        for (int i = 0; i < count; i++)
            for (int c = 0, end; c < cells; c = end) {
                for (end = c + 1; end < cells && kinds[i][end] == kinds[i][c]; end++) {}
                int x1 = end * CELL < width ? end * CELL : width;
                if (kinds[i][c]) lay_run(&layers[i], &placed[i], planes, width, c * CELL, x1, y0, y1, kinds[i][c] == 2, scratch);
            }
    }
    return 0;
}

static inline uint8_t eighth(int value) { return (uint8_t)(value < 0 ? 0 : value > 255 ? 255 : value); }

/* Premultiplied RGBA to premultiplied BT.709 limited range planes; width and height even. */
void split(const uint8_t *rgba, int stride, int width, int height, uint8_t *y, uint8_t *u, uint8_t *v, uint8_t *alpha, uint8_t *half_alpha) {
    for (int r = 0; r < height; r++) {
        const uint8_t *restrict p = rgba + (ptrdiff_t)r * stride;
        uint8_t *restrict yy = y + (ptrdiff_t)r * width, *restrict aa = alpha + (ptrdiff_t)r * width;
        for (int x = 0; x < width; x++) {
            int red = p[4 * x], green = p[4 * x + 1], blue = p[4 * x + 2], a = p[4 * x + 3];
            yy[x] = (uint8_t)((11966 * red + 40254 * green + 4064 * blue + 4112 * a + 32768) >> 16);
            aa[x] = (uint8_t)a;
        }
    }
    for (int r = 0; r < height / 2; r++) {
        const uint8_t *restrict p = rgba + (ptrdiff_t)(2 * r) * stride, *restrict q = p + stride;
        int at = r * (width / 2);
        for (int x = 0; x < width / 2; x++) {
            int red = p[8 * x] + p[8 * x + 4] + q[8 * x] + q[8 * x + 4];
            int green = p[8 * x + 1] + p[8 * x + 5] + q[8 * x + 1] + q[8 * x + 5];
            int blue = p[8 * x + 2] + p[8 * x + 6] + q[8 * x + 2] + q[8 * x + 6];
            int a = p[8 * x + 3] + p[8 * x + 7] + q[8 * x + 3] + q[8 * x + 7];
            u[at + x] = eighth((-6596 * red - 22189 * green + 28784 * blue + 32896 * a + 131072) >> 18);
            v[at + x] = eighth((28784 * red - 26145 * green - 2639 * blue + 32896 * a + 131072) >> 18);
            half_alpha[at + x] = (uint8_t)((a + 2) >> 2);
        }
    }
}

/* For each 16 × 16 tile: 0 empty, 1 mixed, 2 solid. */
void classify(const uint8_t *alpha, int width, int height, uint8_t *tiles, int tile_columns) {
    for (int ty = 0; ty * TILE < height; ty++)
        for (int tx = 0; tx < tile_columns; tx++) {
            uint8_t least = 255, most = 0;
            int x1 = (tx + 1) * TILE < width ? (tx + 1) * TILE : width, y1 = (ty + 1) * TILE < height ? (ty + 1) * TILE : height;
            for (int y = ty * TILE; y < y1; y++)
                for (int x = tx * TILE; x < x1; x++) {
                    uint8_t a = alpha[(ptrdiff_t)y * width + x];
                    if (a < least) least = a;
                    if (a > most) most = a;
                }
            tiles[ty * tile_columns + tx] = most == 0 ? 0 : least == 255 ? 2 : 1;
        }
}

/* Fades a finished frame towards a colour; amount 0 leaves it, 256 is the colour alone. */
void fade(uint8_t *frame, int width, int height, int y, int u, int v, int amount) {
    int sizes[3] = {width * height, width * height / 4, width * height / 4}, to[3] = {y, u, v};
    for (int plane = 0; plane < 3; plane++) {
        uint16_t keep = (uint16_t)(256 - amount), add = (uint16_t)(to[plane] * amount + 128);
        for (int i = 0; i < sizes[plane]; i++) frame[i] = (uint8_t)((uint16_t)(frame[i] * keep + add) >> 8);
        frame += sizes[plane];
    }
}
