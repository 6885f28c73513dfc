"""Reference numbers for crates/measure from published Python packages."""
import csv, sys, itertools, numpy as np, pandas as pd, warnings
warnings.filterwarnings("ignore")
from factor_analyzer import FactorAnalyzer, Rotator, calculate_kmo, calculate_bartlett_sphericity
import pingouin as pg, semopy, krippendorff, scipy.stats as st
from scipy.optimize import minimize
from sklearn.metrics import cohen_kappa_score
G="../shared/golden/studies/"  # beside the project
out=[]
def put(d,q,k,v): out.append((d,q,k,f"{float(v):.10g}"))
dims=["GP","TS","IF","TI","DS","EN"]
for name,f in (("pilot","wjx_pilot_157x18_likert.csv"),("main","wjx_main_508x18_likert.csv")):
    df=pd.read_csv(G+f); items=[d+str(i) for d in dims for i in (1,2,3)]; X=df[items].astype(float)
    for d in dims:
        sub=X[[d+"1",d+"2",d+"3"]]
        a,ci=pg.cronbach_alpha(sub); put(name,"alpha",d,a)
        # Feldt interval at full precision
        n,k=sub.shape; F=st.f.isf(.025,n-1,(n-1)*(k-1)); F2=st.f.isf(.975,n-1,(n-1)*(k-1))
        put(name,"alpha_low",d,1-(1-a)*F); put(name,"alpha_high",d,1-(1-a)*F2)
        for c in sub.columns:
            rest=sub.drop(columns=c)
            put(name,"alpha_if_deleted",c,pg.cronbach_alpha(rest)[0]); put(name,"citc",c,np.corrcoef(sub[c],rest.sum(axis=1))[0,1])
    for c in items:
        put(name,"mean",c,X[c].mean()); put(name,"sd",c,X[c].std()); put(name,"skewness",c,X[c].skew()); put(name,"kurtosis",c,X[c].kurt())
    per,tot=calculate_kmo(X); put(name,"kmo","overall",tot)
    for c,v in zip(items,per): put(name,"kmo_item",c,v)
    chi,p=calculate_bartlett_sphericity(X); put(name,"bartlett_chi2","overall",chi); put(name,"bartlett_p","overall",p)
    fa=FactorAnalyzer(n_factors=6,rotation=None,method="principal",svd_method="lapack"); fa.fit(X)
    ev,_=fa.get_eigenvalues()
    for i,v in enumerate(ev): put(name,"eigenvalue",str(i+1),v)
    nf=3
    fa=FactorAnalyzer(n_factors=nf,rotation=None,method="minres"); fa.fit(X)
    turned=Rotator(method="varimax",tol=1e-12,max_iter=100000).fit_transform(fa.loadings_)  # the default tolerance stops short
    for c,v in zip(items,fa.get_communalities()): put(name,"minres_communality",c,v)
    for i,v in enumerate(sorted((turned**2).sum(axis=0),reverse=True)): put(name,"minres_varimax_ss",str(i+1),v)
    # maximum likelihood with the package's own objective: its default tolerance stops short
    R=X.corr().values; start=1/np.diag(np.linalg.inv(R))
    psi=minimize(FactorAnalyzer._fit_ml_objective,start,method="L-BFGS-B",bounds=[(.005,1)]*len(items),args=(R,nf),options=dict(maxiter=100000,maxfun=10**7,ftol=1e-15,gtol=1e-9)).x
    L=FactorAnalyzer._normalize_ml(psi,R,nf); h=np.sqrt((L**2).sum(axis=1))
    for c,v in zip(items,h**2): put(name,"ml_communality",c,v)
    turner=Rotator(method="oblimin",tol=1e-12,max_iter=100000)
    P=turner.fit_transform(L/h[:,None])*h[:,None]; order=np.argsort(-(P**2).sum(axis=0)); sign=np.sign(P.sum(axis=0))[order]
    P=P[:,order]*sign; phi=turner.phi_[np.ix_(order,order)]*np.outer(sign,sign)
    for c,row in zip(items,P):
        for i,v in enumerate(row): put(name,"oblimin_pattern",f"{c}:{i+1}",v)
    for i,j in itertools.combinations(range(nf),2): put(name,"oblimin_phi",f"{i+1}~{j+1}",phi[i,j])
    # factor scores by regression on one factor
    one=X[["GP1","GP2","GP3"]]; r=one.corr().values
    lam=np.array([np.sqrt(r[0,1]*r[0,2]/r[1,2]),np.sqrt(r[0,1]*r[1,2]/r[0,2]),np.sqrt(r[0,2]*r[1,2]/r[0,1])])
    score=FactorAnalyzer(n_factors=1,rotation=None); score.fit(one); score.loadings_=lam[:,None]; score.structure_=None
    F=score.transform(one)[:,0]*np.sqrt((len(one)-1)/len(one))  # the package divides by n, we by n - 1
    put(name,"factor_score","max",F.max()); put(name,"factor_score","min",F.min()); put(name,"factor_score","sd",F.std(ddof=1))
    model="\n".join(f"{d} =~ {d}1 + {d}2 + {d}3" for d in dims)
    m=semopy.Model(model); m.fit(X); s=semopy.calc_stats(m).loc["Value"]
    for k in ("chi2","DoF","chi2 p-value","chi2 Baseline","DoF Baseline","CFI","TLI","RMSEA"): put(name,"cfa",k,s[k])
    e=m.inspect(std_est=True)
    for _,r in e.iterrows():
        if r["op"]=="~" and r["rval"] in dims: put(name,"cfa_loading",r["lval"],r["Est. Std"])
        if r["op"]=="~~" and r["lval"] in dims and r["rval"] in dims and r["lval"]!=r["rval"]: put(name,"cfa_correlation","~".join(sorted([r["lval"],r["rval"]])),r["Est. Std"])
    R=X.corr().values
    ix={d:[items.index(d+str(i)) for i in (1,2,3)] for d in dims}
    for a,b in itertools.combinations(dims,2):
        het=np.mean([R[i,j] for i in ix[a] for j in ix[b]]); mono=lambda d:np.mean([R[i,j] for i,j in itertools.combinations(ix[d],2)])
        put(name,"htmt",a+"~"+b,het/np.sqrt(mono(a)*mono(b)))
# agreement
d=pd.read_csv(G+"irr_anxiety_20x3_ratings.csv"); R=d[["rater1","rater2","rater3"]]
import pingouin
for w in (None,"linear","quadratic"): put("anxiety","kappa",str(w),cohen_kappa_score(R.rater1,R.rater2,weights=w))
from statsmodels.stats.inter_rater import fleiss_kappa, aggregate_raters
put("anxiety","fleiss","",fleiss_kappa(aggregate_raters(R.values)[0]))
for l in ("nominal","ordinal","interval","ratio"): put("anxiety","krippendorff",l,krippendorff.alpha(R.values.T.astype(float),level_of_measurement=l))
K=pd.read_csv(G+"krippendorff_c_4x12.csv").drop(columns="rater").values.astype(float)
for l in ("nominal","ordinal","interval","ratio"): put("krippendorff_c","krippendorff",l,krippendorff.alpha(K,level_of_measurement=l))
# ICC(1): one-way random, teams of members (Shrout & Fleiss 1979 table 2)
sf=np.array([[9,2,5,8],[6,1,3,2],[8,4,6,8],[7,1,2,6],[10,5,6,9],[6,2,4,7]],float)
long=pd.DataFrame([(i,j,sf[i,j]) for i in range(6) for j in range(4)],columns=["t","r","y"])
icc=pg.intraclass_corr(long,targets="t",raters="r",ratings="y")
rows=icc.set_index("Type")["ICC"]; put("shrout_fleiss","icc","1",rows.iloc[0]); put("shrout_fleiss","icc","2",rows.iloc[3])
# tests
x=np.array([3,4,4,5,2,5,4,3.]); y=np.array([2,3,2,4,1,3,2,2,3.])
t=st.ttest_ind(x,y,equal_var=False); put("groups","welch_t","",t.statistic); put("groups","welch_p","",t.pvalue); put("groups","welch_df","",t.df)
u=st.mannwhitneyu(x,y,method="asymptotic",use_continuity=True); put("groups","u","",u.statistic); put("groups","u_p","",u.pvalue)
h=st.kruskal(x,y,[5,4,4,5,3]); put("groups","h","",h.statistic); put("groups","h_p","",h.pvalue); put("groups","epsilon_squared","",h.statistic/21)
c=st.chi2_contingency([[10,20,5],[15,9,8]],correction=False); put("cross","chi2","",c[0]); put("cross","p","",c[1])
from statsmodels.stats.proportion import proportion_confint
for k,n in ((121,137),(0,10),(10,10)):
    lo,hi=proportion_confint(k,n,method="wilson"); put("wilson","low",f"{k}/{n}",lo); put("wilson","high",f"{k}/{n}",hi)
# RMSEA interval by scipy's noncentral chi-square, N in the denominator
from scipy.optimize import brentq
for name,n in (("pilot",157),("main",508)):
    g=dict((k,float(v)) for dd,q,k,v in out if dd==name and q=="cfa"); chi,df=g["chi2"],g["DoF"]
    for side,p in (("low",.95),("high",.05)):
        f=lambda l: st.ncx2.cdf(chi,df,l)-p if l>0 else st.chi2.cdf(chi,df)-p
        l=0 if f(0)<0 else brentq(f,0,10*chi); put(name,"rmsea_"+side,"",np.sqrt(l/df/n))
w=csv.writer(open("python.csv","w"),lineterminator="\n"); w.writerow(["data","quantity","key","value"]); w.writerows(out)
