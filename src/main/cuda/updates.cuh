// Update rules, entry by entry: θ, its slope D, and what is remembered of earlier slopes, which is brought up to date. The scalars
// are those of the rule in its order; the result may be written over θ.
#pragma once

#include "real.cuh"

namespace PRECISION {

// The scalars of a rule, rounded to the precision of the weights.
struct Scalars {
    double s0, s1, s2, s3, s4, s5, s6;
};

// v ← β v + (1 − β) x.
__device__ inline real blended(real v, double beta, real x) {
    return real(beta) * v + real(1 - beta) * x;
}

// θ − η D; the scalar is η.
struct Sgd {
    __device__ static real of(const Scalars &s, real theta, real slope) { return theta - real(s.s0) * slope; }
};

// b ← μ b + D, θ − η b; the scalars are η, μ.
struct Momentum {
    __device__ static real of(const Scalars &s, real theta, real slope, real &b) {
        b = real(s.s1) * b + slope;
        return theta - real(s.s0) * b;
    }
};

// b ← μ b + D, θ − η (D + μ b); the scalars are η, μ.
struct Nesterov {
    __device__ static real of(const Scalars &s, real theta, real slope, real &b) {
        b = real(s.s1) * b + slope;
        return theta - real(s.s0) * (slope + real(s.s1) * b);
    }
};

// v ← v + D², θ − η D / (√v + ε); the scalars are η, ε.
struct Adagrad {
    __device__ static real of(const Scalars &s, real theta, real slope, real &v) {
        v += slope * slope;
        return theta - real(s.s0) * (slope / (sqrt(v) + real(s.s1)));
    }
};

// v ← α v + (1 − α) D², θ − η D / (√v + ε); the scalars are η, ε, α.
struct RmsProp {
    __device__ static real of(const Scalars &s, real theta, real slope, real &v) {
        v = blended(v, s.s2, slope * slope);
        return theta - real(s.s0) * (slope / (sqrt(v) + real(s.s1)));
    }
};

// m ← β₁ m + (1 − β₁) D, v ← β₂ v + (1 − β₂) D², m̂ / (√v̂ + ε); the scalars are η, ε, β₁, β₂, 1 − β₁ᵗ, 1 − β₂ᵗ, and one more.
__device__ inline real direction(const Scalars &s, real slope, real &m, real &v) {
    m = blended(m, s.s2, slope);
    v = blended(v, s.s3, slope * slope);
    return m / real(s.s4) / (sqrt(v / real(s.s5)) + real(s.s1));
}

// decay · θ − η m̂ / (√v̂ + ε); the seventh scalar is decay.
struct Adam {
    __device__ static real of(const Scalars &s, real theta, real slope, real &m, real &v) {
        return real(s.s6) * theta - real(s.s0) * direction(s, slope, m, v);
    }
};

// m̂ / (√v̂ + ε) + weightDecay · θ, which is a direction and not yet a step; the seventh scalar is weightDecay.
struct Lamb {
    __device__ static real of(const Scalars &s, real theta, real slope, real &m, real &v) {
        return direction(s, slope, m, v) + real(s.s6) * theta;
    }
};

// One update of all weights by a rule, from what it is given of each. Memories that a rule has not are not touched.
#define UPDATE(name, Rule, ...)                                                                                     \
    KERNEL(update_##name, const real *theta, const real *slope, real *first, real *second, real *result, int count, \
            double s0, double s1, double s2, double s3, double s4, double s5, double s6) {                          \
        Scalars scalars = {s0, s1, s2, s3, s4, s5, s6};                                                             \
        for (unsigned k = firstEntry(); k < unsigned(count); k += nextEntry()) {                                    \
            result[k] = Rule::of(scalars, theta[k], __VA_ARGS__);                                                   \
        }                                                                                                           \
    }

UPDATE(sgd, Sgd, slope[k])
UPDATE(sgd_momentum, Momentum, slope[k], first[k])
UPDATE(sgd_nesterov, Nesterov, slope[k], first[k])
UPDATE(adagrad, Adagrad, slope[k], first[k])
UPDATE(rmsprop, RmsProp, slope[k], first[k])
UPDATE(adam, Adam, slope[k], first[k], second[k])
UPDATE(lamb, Lamb, slope[k], first[k], second[k])

}  // namespace PRECISION
